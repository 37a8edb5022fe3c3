// Package proxies finds out whether an account that is called has a selector, through whatever proxies lie in between.
//
// It does not guess from the form of a proxy what the proxy does: it runs the code of each account on the way (package dispatch), with the
// storage that it asks for, and follows where the call is handed. That covers every pattern that the code itself settles, at any depth:
// EIP-1967, EIP-1822, EIP-1167, EIP-7702, beacons, diamonds, clones with arguments, and those with slots of their own. What is known about
// the usual patterns gives the steps their names and saves requests, and the loupe of EIP-2535 answers where running does not.
package proxies
