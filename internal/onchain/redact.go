package onchain

import "net/url"

// Redact makes a message fit to print that came from a server: without anything of the server's URL, without other URLs, without control
// characters, and not too long.
func Redact(message, server string) string {
	u, err := url.Parse(server)
	if err != nil {
		return clean(message, []string{server})
	}
	return clean(message, secretsOf(u))
}

// Describe says in fixed words why a request has failed. Those of package net have the host, and sometimes the URL, in them.
func Describe(err error) string {
	what, _ := describe(err)
	return what
}
