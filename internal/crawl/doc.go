// Package crawl walks every registered deployment on a network and counts, feature by feature, those that are still on legacy.
//
// What is walked are the addresses of the registry and what its enumerations name (package enumeration); how a target is judged is the
// business of package proxies. A crawl is of one block, keeps its progress in a state file, and uses memory by the number of targets, not by
// what it reads of them.
package crawl
