"""How much one entry of a programme, or one exercise on the command line, may ask for.

Engineering values: far above every dosage that a source gives, and low enough that a slip of the
finger is told (700 for 7.00).
"""

MOST_REPETITIONS = 100
LONGEST_HOLD_S = 600
MOST_SETS = 20
LONGEST_REST_S = 600
