# invariant 10: in calm, an alarm of IBM has no cause: OPERATOR_INTERVENED, IBM: a person touched an order of ours; entries pause: look at the order, then resume
story seed=137 tickers=IBM millis=17268 activation=PARENT_FIRST_FILL cancel-spreads=false parent-cancel=CANCELS_CHILDREN pending-cancel=false profit-millis=1000 rule:entry.coolDownAfterStop=1s rule:entry.spacing=2s rule:exit.maximumHolding=15s size=AS_WRITTEN step-millis=1200 thin=false ticks-millis=250
4343 signal IBM down
9719 signal IBM down
10775 pause monger-IBM for 14321
11043 flap-link for 11474
