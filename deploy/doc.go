// Package deploy holds what runs beside a service: Prometheus rules and a Grafana dashboard for the metrics of the runtime library, a workflow
// that crawls the chain every week, and the pre-deploy gate. It has no code but the tests, which hold the names against those that the library
// exports, run the commands, and hold the gate against its documentation.
package deploy
