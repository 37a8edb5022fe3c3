// Package deploy holds the Prometheus rules and the Grafana dashboard for the metrics of the runtime library. It has no code
// but the tests, which hold both against the names that the library exports.
package deploy
