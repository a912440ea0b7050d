# invariant 10: in calm, an alarm of AIG has no cause: OPERATOR_INTERVENED, AIG: a person touched an order of ours; entries pause until resumed
story seed=184 tickers=AIG millis=49366 activation=PARENT_FIRST_FILL cancel-spreads=false parent-cancel=CANCELS_CHILDREN pending-cancel=false size=PARENT_FILLED_SO_FAR thin=false
47115 signal AIG down
47488 kill monger-AIG when filled +2 outputs 2
