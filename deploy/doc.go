// Package deploy holds the Prometheus rules and the Grafana dashboard for the metrics of the runtime library, and the pre-deploy gate. It has
// no code but the tests, which hold rules and dashboard against the names that the library exports, and the gate against its documentation.
package deploy
