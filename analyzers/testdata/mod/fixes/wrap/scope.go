package wrap

import (
	"context"
	"errors"
	"net/http"

	"github.com/ethereum/go-ethereum/accounts/abi/bind"
	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

var _ = errors.New

// A service has its gate by value, and more than one kind of address.
type service struct {
	policy *policy.NewtonPolicy
	gate   compat.Gate
	owner  common.Address
}

// Two gates are two chains, perhaps.
type bridge struct {
	policy        *policy.NewtonPolicy
	near, distant *compat.Gate
}

// A client embeds what it needs.
type client struct {
	*policy.NewtonPolicy
	*compat.Gate
}

// An outer holds another.
type outer struct {
	gate  *compat.Gate
	inner struct{ policy *policy.NewtonPolicy }
}

func (s *service) byValue(ctx context.Context) error {
	_, err := s.policy.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

// nearest is the parameter, not the field.
func (s *service) nearest(ctx context.Context, gate *compat.Gate) error {
	_, err := s.policy.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

// innermost is the gate of the block.
func (s *service) innermost(ctx context.Context, gates map[uint64]*compat.Gate) error {
	for _, gate := range gates {
		gate.ChainID = 1
		_, err := s.policy.GetPolicyCodeHash(nil) // want `unguarded`
		return err
	}
	return nil
}

// later declares its gate behind the use.
func (s *service) later(ctx context.Context) (*compat.Gate, error) {
	_, err := s.policy.GetPolicyCodeHash(nil) // want `unguarded`
	later := &compat.Gate{}
	return later, err
}

func (b *bridge) ambiguous(ctx context.Context) error {
	_, err := b.policy.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

func (b *bridge) chosen(ctx context.Context, gate *compat.Gate) error {
	_, err := b.policy.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

func ambiguousParameters(ctx context.Context, near, distant *compat.Gate, p *policy.NewtonPolicy) error {
	_, err := p.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

func (c *client) embedded(ctx context.Context) error {
	_, err := c.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

// held is reached through a parameter.
func held(ctx context.Context, s *service) error {
	_, err := s.policy.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

func heldFurtherOut(ctx context.Context, o outer) error {
	_, err := o.inner.policy.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

func notHeld(ctx context.Context, p *policy.NewtonPolicy) error {
	_, err := p.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

// withoutContext has one in its options only, which may be nil, as may be the options.
func withoutContext(gate *compat.Gate, p *policy.NewtonPolicy, opts *bind.CallOpts) error {
	_, err := p.GetPolicyCodeHash(opts) // want `unguarded`
	return err
}

func contextOfRequest(request *http.Request, gate *compat.Gate, p *policy.NewtonPolicy) error {
	ctx := request.Context()
	_, err := p.GetPolicyCodeHash(&bind.CallOpts{Context: ctx}) // want `unguarded`
	return err
}

// shadowed hides the runtime.
func shadowed(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy) error {
	compat := 1
	_, err := p.GetPolicyCodeHash(&bind.CallOpts{Pending: compat > 0}) // want `unguarded`
	return err
}

// shadowedType hides the name of a type.
func shadowedType(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, string int) error {
	_, err := p.GetMetadataCid(nil) // want `unguarded`
	return err
}

func constructed(ctx context.Context, gate *compat.Gate, at common.Address, backend bind.ContractBackend) error {
	p, err := policy.NewNewtonPolicy(at, backend)
	if err != nil {
		return err
	}
	_, err = p.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

// constructedElsewhere has been given another address since.
func constructedElsewhere(ctx context.Context, gate *compat.Gate, at common.Address, backend bind.ContractBackend) error {
	p, err := policy.NewNewtonPolicy(at, backend)
	if err != nil {
		return err
	}
	at = common.Address{}
	_, err = p.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

func besideTarget(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, target common.Address) error {
	_, err := p.GetPolicyCodeHash(nil) // want `unguarded`
	return err
}

// argument is an address of something else.
func argument(ctx context.Context, gate *compat.Gate, p *policy.NewtonPolicy, address common.Address) error {
	_, err := p.Quota(nil, address) // want `unguarded`
	return err
}

func generic[T any](ctx context.Context, gate *compat.Gate, list []T, call func(T) *policy.NewtonPolicy) error {
	for _, element := range list {
		if _, err := call(element).GetPolicyCodeHash(nil); err != nil { // want `unguarded`
			return err
		}
	}
	return nil
}

var _, _, _, _, _, _, _ = ambiguousParameters, held, heldFurtherOut, notHeld, withoutContext, contextOfRequest, shadowed

var _, _, _, _, _, _ = shadowedType, constructed, constructedElsewhere, besideTarget, argument, generic[int]
