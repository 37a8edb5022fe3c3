// Package probe answers, before a deploy: does every live target have every selector that the service needs?
//
// For each target of a network and each registered selector there is one result: present, missing or inconclusive, with the evidence. What
// could not be read is inconclusive, and never anything else. The results are written as a table, as JSON, JUnit or Markdown.
package probe
