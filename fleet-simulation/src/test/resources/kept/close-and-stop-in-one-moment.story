# invariant 5: SPY.1795446001.4.S carried the own share through zero to 100
story seed=735 tickers=SPY millis=16315 activation=PARENT_FIRST_FILL cancel-spreads=false parent-cancel=CANCELS_CHILDREN pending-cancel=true profit-millis=3000 rule:entry.coolDownAfterStop=3s rule:entry.spacing=3s rule:exit.maximumHolding=15s size=PARENT_FILLED_SO_FAR step-millis=400 thin=false ticks-millis=250
3283 signal SPY down
7368 signal SPY down
7490 flap-link for 18973
8859 jump SPY 39
