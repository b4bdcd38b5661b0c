"""Can this person be judged from here, and do they begin as they should?"""
