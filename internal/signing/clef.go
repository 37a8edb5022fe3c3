package signing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/url"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/compatlint/compatlint/internal/onchain"
)

// A Clef is an account of an external signer that speaks clef's protocol. Its user sees every transaction and may refuse it.
type Clef struct {
	// Method is the signature of the function that is called. Clef decodes the calldata with it for its user; it refuses calldata that it cannot
	// decode, unless it was started with --advanced.
	Method string

	client   *rpc.Client
	endpoint string
	address  common.Address
}

// maxAnswer is how long an answer of an external signer may be.
const maxAnswer = 1 << 20

// DialClef connects to the signer at an http URL or at the path of its socket, and asks for its version.
func DialClef(ctx context.Context, endpoint string, from common.Address) (*Clef, error) {
	if err := checkEndpoint(endpoint); err != nil {
		return nil, err
	}
	client, err := rpc.DialOptions(ctx, endpoint, rpc.WithHTTPClient(&http.Client{
		Transport:     limited{http.DefaultTransport},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}))
	c := &Clef{client: client, endpoint: endpoint, address: from}
	if err != nil {
		return nil, c.failed("connect to the signer", err)
	}
	var version string
	if err := client.CallContext(ctx, &version, "account_version"); err != nil {
		client.Close()
		return nil, c.failed("ask the signer for its version", err)
	}
	return c, nil
}

// checkEndpoint fails for what is neither an http URL nor a path. Its error does not repeat it.
func checkEndpoint(endpoint string) error {
	scheme, _, isURL := strings.Cut(endpoint, "://")
	if !isURL {
		return nil
	}
	if u, err := url.Parse(endpoint); err != nil || u.Host == "" || scheme != "http" && scheme != "https" {
		return errors.New("the signer's endpoint is an http URL or the path of its socket")
	}
	return nil
}

// limited keeps an answer from being endless.
type limited struct{ http.RoundTripper }

func (l limited) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := l.RoundTripper.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	response.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(response.Body, maxAnswer), response.Body}
	return response, nil
}

// Close ends the connection.
func (c *Clef) Close() { c.client.Close() }

// Address returns the account.
func (c *Clef) Address() common.Address { return c.address }

// SignTx asks the signer, and so its user, until the context is done.
func (c *Clef) SignTx(ctx context.Context, tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	arguments := map[string]any{ // clef wants the checksums of addresses
		"from": c.address.Hex(), "to": tx.To().Hex(), "gas": hexutil.Uint64(tx.Gas()), "nonce": hexutil.Uint64(tx.Nonce()), "value": (*hexutil.Big)(tx.Value()),
		"maxFeePerGas": (*hexutil.Big)(tx.GasFeeCap()), "maxPriorityFeePerGas": (*hexutil.Big)(tx.GasTipCap()),
		"input": hexutil.Bytes(tx.Data()), "chainId": (*hexutil.Big)(chainID), "accessList": []any{},
	}
	var answer struct {
		Tx *types.Transaction `json:"tx"`
	}
	params := []any{arguments}
	if c.Method != "" {
		params = append(params, c.Method)
	}
	if err := c.client.CallContext(ctx, &answer, "account_signTransaction", params...); err != nil {
		return nil, c.failed("sign the transaction", err)
	}
	return answer.Tx, check(answer.Tx, tx, c.address, chainID)
}

// failed says what has failed, without the endpoint.
func (c *Clef) failed(what string, err error) error {
	var answered rpc.Error
	var status rpc.HTTPError
	reason := onchain.Describe(err)
	switch {
	case errors.As(err, &answered):
		reason = fmt.Sprintf("the signer answers with error %d: %s", answered.ErrorCode(), onchain.Redact(answered.Error(), c.endpoint))
	case errors.As(err, &status):
		reason = fmt.Sprintf("HTTP %d %s", status.StatusCode, http.StatusText(status.StatusCode))
	case !strings.Contains(c.endpoint, "://"):
		reason = "the signer does not answer on its socket"
	}
	if ctxErr := contextError(err); ctxErr != nil {
		reason = onchain.Describe(ctxErr)
	}
	return fmt.Errorf("-clef: %s: %s", what, reason)
}

// contextError returns the context's error if that is the reason.
func contextError(err error) error {
	for _, reason := range []error{context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, reason) {
			return reason
		}
	}
	return nil
}
