"""Given names and surnames that are common in the United Kingdom, to know a name by.

They are those most given to children in England and Wales in the decades since 1940, and the names
most met with among people whose families came from elsewhere; without accents, in small letters.
"""

from __future__ import annotations

from boardtui.ingest.personal.words import words

GIVEN = words(
    """
    aaron abbie abdul abdullah abigail adam adrian agnes agnieszka ahmed aidan aisha alan albert
    alec alex alexander alexandra alfie alfred ali alice alicia alison alistair amanda amelia
    amina amir amy ana andre andrea andreea andrew andrzej angela angus anita ann anna anne
    annette anthony antonia antonio archie arthur asad ashley ayesha barbara barry beata
    beatrice becky ben benjamin bernadette bernard bethany betty beverley bilal bill billy blake
    bob bogdan brandon brenda brendan brian bridget bruce bryan callum cameron carl carla carly
    carol carole caroline carolyn catherine cecil charles charlie charlotte chelsea cheryl chloe
    chris christian christina christine christopher ciaran claire clara clare clifford clive
    colin colleen connor conor constance craig cristian curtis cynthia daisy dale daniel
    danielle danny darren dave david dawn dean debbie deborah debra declan denise dennis derek
    desmond diana diane dilys dominic donald donna doreen doris dorothy douglas duncan dylan
    eamon edith edna edward edwin eileen elaine eleanor elena eli elijah elizabeth ella ellen
    ellie elliot elliott elsie emil emily emma emmanuel eric erin ernest esme ethan ethel eugene
    eva eve evelyn evie ewa fatima fatma faye felicity finlay finn fiona florence frances
    francesca francis frank fraser fred freddie frederick freya gabriel gail gareth gary gavin
    gaynor gemma geoff geoffrey george georgia georgina gerald geraldine gerard gillian glen
    glenda glenn glenys gloria gordon grace graeme graham grant greg gregory grzegorz guy gwen
    hamza hannah harold harriet harrison harry harvey hasan hassan hayley hazel heather heidi
    helen henry herbert hilary holly howard hugh hugo humphrey hussain hussein ian ibrahim imran
    ioan ionut irene iris isaac isabel isabella isla ivan ivor ivy jack jackie jackson jacob
    jacqueline jade jake james jamie jan jane janet janice jasmine jason javed jay jayden jayne
    jean jeanette jeff jeffrey jemma jennifer jenny jeremy jerome jerzy jessica jill jim jimmy
    jo joan joanna joanne jodie joe joel john johnny jon jonathan jordan jose joseph josephine
    josh joshua joy joyce juan judith judy jules julia julian julie june justin kamal karen karl
    katarzyna kate katherine kathleen kathryn katie kay kayleigh keith kelly kelvin ken kenneth
    kerry kevin khadija khalid kieran kimberley kirsten kirsty krystyna krzysztof kyle lara
    laura lauren laurence lawrence leah leanne lee leo leon leonard leroy lesley leslie lewis
    liam lily linda lindsay lisa liz lloyd logan lois lorraine louis louise lucas lucy luis luke
    lydia lynda lynette lynn lynne maciej madison maisie malcolm malgorzata mandy manuel marc
    marcin marcus margaret maria marian marie marilyn marion marjorie mark martin martyn mary
    maryam mateusz matilda matthew maureen maurice mavis max maxwell megan mehmet melanie
    melissa mia michael michal michelle miguel mike mildred millie milton miriam mohamed
    mohammad mohammed moira molly monica morgan muhammad muriel murray mustafa myra nadia nancy
    naomi natalie natasha nathan nathaniel neil nell nicholas nick nicky nicola nicole nigel
    nina nora noreen norma norman oliver olivia omar oscar owen pamela patricia patrick paul
    paula pauline pawel pearl peggy penelope penny peter phil philip phillip phoebe phyllis
    piotr poppy priya rachel rajesh ralph ramona raymond rebecca reece reginald rhys richard
    rita rob robert roberta robin roderick rodney roger roland ron ronald rory rose rosemary
    rosie ross roy ruby rupert russell ruth ryan saeed sally sam samantha samuel sandra sanjay
    sara sarah scott sean sebastian shane shannon sharon shaun sheila shelley shirley sian
    sidney simon sinead siobhan sofia sophia sophie stacey stanislaw stanley stefan stella
    stephanie stephen steve steven stewart stuart sue summer susan suzanne sybil syed sylvia
    tamara tanya tara tariq ted terence teresa terry thelma theo theodore theresa thomas tim
    timothy tina toby todd tom tomasz tommy tony tracey tracy trevor tristan tyler una ursula
    usman valerie vanessa vasile vera vernon veronica vicky victor victoria vijay vincent violet
    virginia vivian vivien walter wanda wayne wendy wilfred william winifred xavier yasmin yusuf
    yvette yvonne zachary zahra zainab zara zoe zofia
    """
)
"""Given names."""

SURNAMES = words(
    """
    adams ahmed akhtar ali allen anderson andrews armstrong atkinson austin bailey baker ball
    banks barker barnes barrett barton bates begum bell bennett berry bhatt bibi bird bishop
    black booth bradley brooks brown bryant burgess burke burns burton butler byrne campbell
    carpenter carr carroll carter chambers chapman choudhury clark clarke cole coleman collins
    cook cooper cox craig cunningham curtis daly davidson davies davis dawson day dean dickson
    dixon douglas doyle duncan dunn edwards elliott ellis evans ferguson fernandez field fisher
    fleming fletcher flynn foster fowler fox francis fraser gallagher garcia gardner george
    gibson gilbert gill goodwin gordon graham grant gray green greenwood griffin griffiths hall
    hamilton harding harper harris harrison hart harvey hassan hawkins henderson henry hicks
    hill hodgson holland holmes hopkins howard howell hudson hughes hunt hunter hussain
    hutchinson ibrahim iqbal jackson jacobs james jenkins jennings johnson johnston jones jordan
    joseph kaur kay kelly kennedy kerr khan kiely king knight kowalski kumar lamb lambert lane
    law lawrence lawson lee lewis lloyd long lopez lowe lynch macdonald mahmood malik marshall
    martin mason matthews may mccarthy mcdonald mckenzie miah miles mills mistry mitchell
    mohamed mohammed moore morgan morris morrison moss murphy murray nelson newman newton nguyen
    nicholls nicholson norris nowak oconnor oliver oneill osborne owen palmer parker parkin
    parsons patel paterson patterson payne pearce pearson perera perkins perry peters phillips
    poole porter potter powell price pritchard quinn rahman read rees reid reynolds rhodes
    richards richardson riley roberts robertson robinson rogers rose ross rowe russell ryan
    sanders saunders schofield scott shah sharma sharp shaw shepherd simmons simpson sinclair
    singh slater smith spencer stephens stephenson stevens stevenson stewart stone sullivan
    sutton swift taylor thomas thompson thomson thornton todd tucker turner wade walker wallace
    walsh walters ward warren watkins watson watts webb webster wells west wheeler white wilkins
    wilkinson williams williamson willis wilson winter wong wood woods wright wyatt yates young
    zaman
    """
)
"""Surnames."""
