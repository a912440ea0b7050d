# invariant 10: in calm, an alarm of AIG has no cause: OPERATOR_INTERVENED, AIG: a person touched an order of ours; entries pause: look at the order, then resume
story seed=184 tickers=AIG millis=49366 activation=PARENT_FIRST_FILL cancel-spreads=false parent-cancel=CANCELS_CHILDREN pending-cancel=false size=PARENT_FILLED_SO_FAR thin=false
20283 misbehave FILLS_AFTER_LINK_LOSS times=3 perThousand=834 fillsMillis=0 outageMillis=4952 lists=stale
24931 signal AIG down
33340 signal AIG down
36184 kill monger-AIG when any +0 outputs 0
