package compat

import (
	"errors"
	"net/url"
	"strings"
)

// withoutURL returns the message of err without the URL of the node, which often holds a key. net/http puts it into
// every error of transport.
func withoutURL(err error) string {
	message := err.Error()
	var requested *url.Error
	if !errors.As(err, &requested) || requested.URL == "" {
		return message
	}
	shown := "the node"
	if parsed, err := url.Parse(requested.URL); err == nil && parsed.Host != "" {
		shown = parsed.Scheme + "://" + parsed.Host
	}
	return strings.ReplaceAll(message, requested.URL, shown)
}
