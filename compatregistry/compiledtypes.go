package compatregistry

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/selectors"
)

// What is stored of each type, in the order in which it is stored. A change here needs a new compiledFormat.

func (d *compiled) code(c *codec) {
	slice(c, &d.sources, c.abiSource)
	r := d.registry
	c.number(&r.Version)
	c.policy(&r.Policy)
	pointers(c, &r.Contracts, func(contract *Contract) {
		c.contract(contract)
		d.abi(c, contract)
	})
	pointers(c, &r.Features, c.feature)
	c.guards(&r.Guards)
	c.texts(&r.Exempt)
	pointers(c, &r.Networks, c.network)
}

// abi codes which source the ABI of a contract comes from, 0 standing for none.
func (d *compiled) abi(c *codec, contract *Contract) {
	n := d.numbers[contract.ABI]
	c.number(&n)
	switch {
	case n == 0:
	case n < 0 || n > len(d.sources):
		c.in.fail()
	default:
		contract.ABI = d.sources[n-1].abi
	}
}

func (c *codec) abiSource(s *abiSource) {
	c.text(&s.file)
	c.wide(&s.size)
	c.bytes(s.digest[:])
	if s.abi == nil {
		s.abi = &selectors.ABI{}
	}
	slice(c, &s.abi.Methods, c.method)
	slice(c, &s.abi.Events, c.event)
	slice(c, &s.abi.Errors, c.abiError)
}

func (c *codec) method(m *selectors.Method) {
	c.text(&m.Name)
	c.text(&m.ABIName)
	c.text(&m.Signature)
	c.bytes(m.Selector[:])
	c.texts(&m.Inputs)
	c.texts(&m.Returns)
	c.text(&m.Mutability)
}

func (c *codec) event(e *selectors.Event) {
	c.text(&e.Name)
	c.text(&e.ABIName)
	c.text(&e.Signature)
	c.bytes(e.Topic[:])
	c.boolean(&e.Anonymous)
}

func (c *codec) abiError(e *selectors.Error) {
	c.text(&e.Name)
	c.text(&e.Signature)
	c.bytes(e.Selector[:])
}

func (c *codec) policy(p *Policy) {
	c.number(&p.WarnBefore)
	c.number(&p.MaxGrace)
	c.number(&p.MaxExtensions)
	c.number(&p.MaxLiveVersions)
	c.boolean(&p.RequireStrictness)
	c.boolean(&p.RequireRecord)
}

func (c *codec) contract(t *Contract) {
	c.text(&t.Name)
	c.text((*string)(&t.Rollout))
	c.texts(&t.Bindings)
	c.texts(&t.Types)
	c.text(&t.ABIFile)
	c.texts(&t.Siblings)
	c.position(&t.Position)
}

func (c *codec) feature(f *Feature) {
	c.text(&f.Name)
	c.texts(&f.Contracts)
	slice(c, &f.Selectors, c.required)
	c.text(&f.Introduced.Version)
	c.date(&f.Introduced.Date)
	c.text((*string)(&f.State))
	c.text((*string)(&f.Change))
	c.text((*string)(&f.Detect))
	c.date(&f.GraceEnd)
	c.text(&f.Ticket)
	c.text(&f.Owner)
	c.text((*string)(&f.Criticality))
	c.texts(&f.Components)
	c.text(&f.Legacy)
	slice(c, &f.Extensions, c.extension)
	c.position(&f.Position)
	c.position(&f.GraceEndPosition)
}

func (c *codec) required(s *RequiredSelector) {
	c.text(&s.Signature)
	c.text(&s.Name)
	c.texts(&s.Inputs)
	c.bytes(s.Selector[:])
	c.texts(&s.Returns)
	c.position(&s.Position)
}

func (c *codec) extension(e *Extension) {
	c.date(&e.From)
	c.date(&e.To)
	c.text(&e.Reason)
	c.text(&e.ApprovedBy)
	c.position(&e.Position)
}

func (c *codec) guards(g *Guards) {
	slice(c, &g.Wrappers, c.wrapper)
	c.texts(&g.Strict)
	c.texts(&g.SelectorMiss)
	c.texts(&g.Record)
	c.texts(&g.Passthrough)
	c.texts(&g.Callers)
	slice(c, &g.Supports, c.supports)
}

func (c *codec) wrapper(w *Wrapper) {
	c.text(&w.Type)
	c.text(&w.Feature)
	c.text(&w.Current)
	c.text(&w.Legacy)
}

func (c *codec) supports(s *Supports) {
	c.text(&s.Symbol)
	c.text(&s.Feature)
}

func (c *codec) network(n *Network) {
	c.text(&n.Name)
	c.unsigned(&n.ChainID)
	c.text(&n.RPCEnv)
	c.bytes(n.StrictnessRegistry[:])
	slice(c, &n.Addresses, c.targetSet)
	c.position(&n.Position)
}

func (c *codec) targetSet(t *TargetSet) {
	c.text(&t.Contract)
	slice(c, &t.Addresses, c.address)
	c.enumerate(&t.Enumerate)
	c.position(&t.Position)
}

func (c *codec) address(a *common.Address) { c.bytes(a[:]) }

func (c *codec) enumerate(e **Enumerate) {
	present := *e != nil
	if c.boolean(&present); !present {
		return
	}
	if *e == nil {
		*e = &Enumerate{}
	}
	c.enumeration(*e)
}

func (c *codec) enumeration(e *Enumerate) {
	c.text(&e.Contract)
	c.bytes(e.From[:])
	c.text(&e.Method)
	c.number(&e.Page)
	c.text((*string)(&e.Paging))
	c.text(&e.Count)
	c.text(&e.Owners)
	slice(c, &e.Events, c.deploymentEvent)
	c.unsigned(&e.Since)
}

func (c *codec) deploymentEvent(e *DeploymentEvent) {
	c.text(&e.Signature)
	c.number(&e.Argument)
}
