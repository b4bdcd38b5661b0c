"""How is a recording judged, on one core or many machines?"""
