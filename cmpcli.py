import subprocess,sys
B="/work/wt/show/.venv/bin/boardtui"
def run(db,*a):
    p=subprocess.run([B,a[0],db,*a[1:]],capture_output=True,text=True); return p.returncode,p.stdout.replace(db,"DB"),p.stderr.replace(db,"DB")
dims="risk_level age_band unit officer mappa_level mappa_category status".split()
bad=0
for aud in ("board","public"):
    for f,d,a in (("Exampleshire","2024-01-17","2023-03-31"),("Exampleshire","2024-01-17","inspection"),("Exampleshire","2023-03-31","none"),("Sampleshire","2023-10-31","2023-08-31")):
        o=["--force",f,"--as-at",d,"--against",a,"--audience",aud]
        cmds=[["figures",*o,"--format","json"],["figures",*o,"--format","text"],["figures",*o,"--format","csv"]]
        cmds+=[["figures",*o,"--by",x,"--format",y] for x in dims for y in ("json","text")]
        cmds+=[["inspections","--force",f,"--audience",aud]]
        if a[0]=="2": cmds+=[["flow","--force",f,"--from",a,"--to",d,"--audience",aud,"--format",y] for y in ("text","json","csv")]
        for c in cmds:
            x,y=run("demo.db",*c),run(f"t-{aud}.db",*c)
            if x!=y:
                bad+=1; print("DIFF",aud,c)
                for l,m in zip((x[1]+x[2]).splitlines(),(y[1]+y[2]).splitlines()):
                    if l!=m: print("  <",l[:300]); print("  >",m[:300]); break
print("bad",bad)
