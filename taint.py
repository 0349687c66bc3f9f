    for aud in ("board","public"):
        c=sqlite3.connect(f"/tmp/sh/t-{aud}.db")
        for part,reason,v in (("moved_to_reactive",None,7),("regraded",None,3),("left",None,7),("went_missing",None,2),("left","transferred",3)):
            c.execute("update flows set people=? where snapshot_id=2 and backlog='visits' and part=? and reason is ?",(v,part,reason))
        if aud=="public":
            from boardtui.core.audience.figures import wholes
            rules=rules_of(Audience("public")); db=open_database("/tmp/sh/demo.db"); rnd=random.Random(3); n=0
            for snap in snapshots(db):
                for f in Stored(db,snap).by(None):
                    if f.value is None: continue
                    see=[(x.value,x.low,x.high) for x in wholes([f],rules)]
                    for _ in range(6):
                        g=replace(f,value=f.value+rnd.choice([-2,-1,1,2]))
                        if g.value>0 and see==[(x.value,x.low,x.high) for x in wholes([g],rules)]:
                            n+=c.execute("update figures set value=?,low=?,high=? where snapshot_id=? and measure=? and dimension is null and value=? and as_at=?",(g.value,g.value,g.value,snap.id,f.measure,f.value,f.as_at.isoformat())).rowcount; break
            print("public wholes changed",n)
        c.commit()
