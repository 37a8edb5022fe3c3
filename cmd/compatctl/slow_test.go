package main

import "flag"

// -slow runs the tests that start real nodes too.
var slow = flag.Bool("slow", false, "also start anvil")
