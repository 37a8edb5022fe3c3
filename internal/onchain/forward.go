package onchain

import (
	"context"
	"errors"
)

// Forward asks one endpoint, and the others where that fails, whatever the quorum is: endpoints are at different heights, and need not agree
// on what has no block, such as the price of gas.
func (c *Client) Forward(ctx context.Context, request Request) Reply {
	return c.ask(ctx, c.endpoints, []Request{request})[0]
}

// Unanswered reports whether err leaves open what was asked: no endpoint answered, they contradict each other, or the answer is a limit
// that another attempt may not meet. Any other error of a node is an answer.
func Unanswered(err error) bool {
	var answered *RPCError
	return Silent(err) || errors.As(err, &answered) && answered.temporary()
}
