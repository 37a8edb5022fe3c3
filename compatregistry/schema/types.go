package schema

import (
	"reflect"

	"github.com/compatlint/compatlint/compatregistry"
)

// The types below are the shape of compat.yaml. The tag key names a key, required says that it must be there, doc describes it to whoever writes
// the file, least is the smallest number of elements of a list, and names what the keys of a mapping look like.

type registry struct {
	Version   version              `key:"version" required:"true" doc:"Version of the format."`
	Policy    policy               `key:"policy" doc:"Limits on the registry itself."`
	Contracts map[string]*contract `key:"contracts" names:"contract" doc:"The contracts that the service calls, by name."`
	Features  map[string]feature   `key:"features" names:"feature" doc:"The named breaking changes of the contracts. A name is also the key of the on-chain flag."`
	Guards    guards               `key:"guards" doc:"What else counts as a guard. Symbols are written as types.Func.FullName prints them."`
	Exempt    []exempt             `key:"exempt" doc:"Packages, or types as (*pkg/path.T), that exist for one version only."`
	Networks  map[string]network   `key:"networks" names:"network" doc:"The chains that compatctl looks at."`
}

type policy struct {
	WarnBefore        days    `key:"warn_before" doc:"How long before its end a window is announced. Default: 30d."`
	MaxGrace          days    `key:"max_grace" doc:"The longest window from introduced.date to grace_end, extensions included. Default: 180d."`
	MaxExtensions     count   `key:"max_extensions" doc:"How often a window may be extended. Default: 2."`
	MaxLiveVersions   atLeast `key:"max_live_versions" doc:"How many versions of a contract may be served at once. Default: 2."`
	RequireStrictness bool    `key:"require_strictness" doc:"A dual path must consult the feature's flag. Default: true."`
	RequireRecord     bool    `key:"require_record" doc:"The legacy branch must record the detection. Default: true."`
}

type contract struct {
	Rollout  compatregistry.Rollout `key:"rollout" doc:"grace: deployments are upgraded by others, and legacy is served during a window. lockstep: deployed together with the service, never dual-path. Default: grace."`
	Bindings []pattern              `key:"bindings" doc:"Import path patterns of the bindings. Default: any abigen type of that name."`
	Types    []goName               `key:"types" doc:"Names of the abigen types. Default: the contract's name."`
	ABI      text                   `key:"abi" doc:"The current ABI: a JSON array, or a Foundry or Hardhat artifact. Relative to this file."`
	Siblings []text                 `key:"siblings" doc:"Contracts that must carry the same selectors."`
}

type feature struct {
	Contract    text                       `key:"contract" doc:"The contract that changed."`
	Contracts   []text                     `key:"contracts" least:"1" doc:"The contracts that changed, instead of contract."`
	Selectors   []selector                 `key:"selectors" required:"true" least:"1" doc:"The functions that were added, changed or removed, as canonical signatures."`
	Introduced  introduced                 `key:"introduced" required:"true" doc:"The release of the contracts that brought the change."`
	State       compatregistry.State       `key:"state" required:"true" doc:"planned and grace: uses must be guarded. strict: bare uses are allowed, guards are stale. retired: a tombstone, nothing of it may be left in the code."`
	Change      compatregistry.Change      `key:"change" doc:"What happened to the functions. Default: added."`
	Detect      compatregistry.Detect      `key:"detect" doc:"By what a probe tells the versions apart. Default: selector; returns for change returns; none for change semantics."`
	GraceEnd    date                       `key:"grace_end" doc:"The first day (UTC) on which legacy is refused. Needed on grace contracts, not allowed on lockstep ones."`
	Ticket      text                       `key:"ticket" required:"true" doc:"The issue under which legacy is removed."`
	Owner       text                       `key:"owner" doc:"Who is responsible."`
	Criticality compatregistry.Criticality `key:"criticality" doc:"warning never fails a build. Default: critical."`
	Components  []text                     `key:"components" doc:"The components that call the functions."`
	Legacy      prose                      `key:"legacy" doc:"What the service does without the change."`
	Extensions  []extension                `key:"extensions" doc:"How the window was extended; see compatlint registry extend."`
}

type introduced struct {
	Version text `key:"version" required:"true" doc:"The release."`
	Date    date `key:"date" required:"true" doc:"Its day."`
}

type extension struct {
	From       date  `key:"from" required:"true" doc:"The day on which the window would have ended."`
	To         date  `key:"to" required:"true" doc:"The day on which it ends now."`
	Reason     prose `key:"reason" required:"true" doc:"Why legacy has to be served for longer."`
	ApprovedBy text  `key:"approved_by" required:"true" doc:"Who allowed it."`
}

// A selector is a signature or a function.
type selector struct{}

type function struct {
	Signature signature `key:"signature" required:"true" doc:"The canonical signature, such as getPolicyCodeHash()."`
	ID        id        `key:"id" doc:"The selector in hex. A wrong one is an error."`
	Returns   []text    `key:"returns" repeated:"true" doc:"The canonical types of what it returns."`
}

type guards struct {
	Wrappers     []wrapper  `key:"wrappers" doc:"Struct types that are used like compat.BackwardCompat."`
	Strict       []symbol   `key:"strict" doc:"Functions that read the strict flag: bool or (bool, error); the feature is the first string argument."`
	SelectorMiss []symbol   `key:"selector_miss" doc:"Functions that classify the error of a call: func(error) bool."`
	Record       []symbol   `key:"record" doc:"Functions that record the detection of legacy."`
	Supports     []supports `key:"supports" doc:"Functions that return true only if a feature's selectors are there."`
	Passthrough  []symbol   `key:"passthrough" doc:"Functions that return the error of their func argument."`
	Callers      []symbol   `key:"callers" doc:"Functions whose first string argument is the name of a contract's method."`
}

type wrapper struct {
	Type    goType `key:"type" required:"true" doc:"The struct type, as pkg/path.T."`
	Feature goName `key:"feature" required:"true" doc:"The field that names the feature."`
	Current goName `key:"current" required:"true" doc:"The field with the function that calls the new version."`
	Legacy  goName `key:"legacy" required:"true" doc:"The field with the function that serves the old version."`
}

type supports struct {
	Symbol  symbol `key:"symbol" required:"true" doc:"The function."`
	Feature text   `key:"feature" required:"true" doc:"The feature whose selectors it looks for."`
}

type network struct {
	ChainID            chainID            `key:"chain_id" required:"true" doc:"The number by EIP-155."`
	RPCEnv             environment        `key:"rpc_env" doc:"The name of the environment variable that holds the RPC URL. Not the URL."`
	StrictnessRegistry address            `key:"strictness_registry" doc:"The address of the on-chain flags."`
	Addresses          map[string]*target `key:"addresses" names:"any" doc:"The deployments, by contract."`
}

type target struct {
	Addresses []address `key:"addresses" doc:"The addresses of deployments."`
	Enumerate enumerate `key:"enumerate" doc:"How further addresses are found."`
}

type enumerate struct {
	Contract text                  `key:"contract" required:"true" doc:"The contract that knows the addresses."`
	From     address               `key:"from" required:"true" doc:"The address of that contract."`
	Method   signature             `key:"method" doc:"Its function that lists them, such as getAllPolicyClients(). With page it takes two numbers, with count one, with owners an address, else nothing."`
	Page     atLeast               `key:"page" doc:"How many addresses to ask the method for at once."`
	Paging   compatregistry.Paging `key:"paging" doc:"What the method takes. Default: start-count."`
	Count    signature             `key:"count" doc:"The function that says how many addresses there are, such as policyCount()."`
	Owners   signature             `key:"owners" doc:"The function that lists the owners for whom the method is called, such as getAllPolicyOwners()."`
	Events   []event               `key:"events" least:"1" doc:"The events that name an address each, instead of method, such as Deployed(address indexed). Those of older versions too: other types make another event."`
	Argument count                 `key:"argument" doc:"Which parameter of the events is the address, from 0. Default: the first address."`
	Since    count64               `key:"since" doc:"The first block that may have one of the events."`
}

// keyRules says which keys of an enumeration need or exclude others.
var keyRules = []struct {
	key             string
	needs, excludes []string
}{
	{key: "method", excludes: []string{"argument", "since"}},
	{key: "events", needs: []string{"since"}, excludes: []string{"page", "paging", "count", "owners"}},
	{key: "owners", excludes: []string{"page", "paging", "count"}},
	{key: "paging", needs: []string{"page"}},
}

// The kinds of text and numbers.
type (
	version     int
	count       int
	atLeast     int
	chainID     int
	count64     int
	text        string
	prose       string
	date        string
	days        string
	pattern     string
	goName      string
	goType      string
	symbol      string
	exempt      string
	signature   string
	event       string
	id          string
	environment string
	address     string
)

// Parts of patterns. They keep to what the regular expressions of Go and of JavaScript have in common.
const (
	namePattern   = `[^0-9\s(){}.*\[\]"'/-][^\s(){}.*\[\]"'/-]*`
	importPattern = `[^\s()*\[\]/.][^\s()*\[\]/]*(/[^\s()*\[\]/.][^\s()*\[\]/]*)*`
	typePattern   = importPattern + `\.` + namePattern
	inputPattern  = `[a-z0-9()\[\]]+( indexed)?`
)

// kinds describes the types that are not made of others.
var kinds = map[reflect.Type]map[string]any{
	reflect.TypeFor[bool]():        {"type": "boolean"},
	reflect.TypeFor[version]():     {"const": 1},
	reflect.TypeFor[count]():       {"type": "integer", "minimum": 0, "maximum": 1<<31 - 1},
	reflect.TypeFor[atLeast]():     {"type": "integer", "minimum": 1, "maximum": 1<<31 - 1},
	reflect.TypeFor[count64]():     {"type": "integer", "minimum": 0},
	reflect.TypeFor[chainID]():     {"type": "integer", "minimum": 1},
	reflect.TypeFor[text]():        matching(`^[^\n\r]*[^\s][^\n\r]*$`),
	reflect.TypeFor[prose]():       matching(`[^\s]`),
	reflect.TypeFor[date]():        matching(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`),
	reflect.TypeFor[days]():        matching(`^[0-9]{1,7}d$`),
	reflect.TypeFor[pattern]():     matching(`^[^\s*]*[^\s*/]$`),
	reflect.TypeFor[goName]():      matching(`^` + namePattern + `$`),
	reflect.TypeFor[goType]():      matching(`^` + typePattern + `$`),
	reflect.TypeFor[symbol]():      matching(`^(\(\*?` + typePattern + `(\[[^\s\[\]]+\])?\)\.` + namePattern + `|` + typePattern + `)$`),
	reflect.TypeFor[exempt]():      matching(`^([^\s*()]*[^\s*()/]|\(\*?` + typePattern + `\))$`),
	reflect.TypeFor[signature]():   matching(`^[a-zA-Z_$][a-zA-Z0-9_$]*\([a-z0-9(),\[\]]*\)$`),
	reflect.TypeFor[event]():       matching(`^[a-zA-Z_$][a-zA-Z0-9_$]*\((` + inputPattern + `(,` + inputPattern + `)*)?\)$`),
	reflect.TypeFor[id]():          {"anyOf": []any{matching(`^(0x)?[0-9a-fA-F]{8}$`), map[string]any{"type": "integer"}}},
	reflect.TypeFor[environment](): matching(`^[a-zA-Z_][a-zA-Z0-9_]*$`),
	reflect.TypeFor[address]():     matching(`^0x[0-9a-fA-F]{40}$`),

	reflect.TypeFor[compatregistry.Rollout]():     oneOf(compatregistry.RolloutGrace, compatregistry.RolloutLockstep),
	reflect.TypeFor[compatregistry.State]():       oneOf(compatregistry.Planned, compatregistry.Grace, compatregistry.Strict, compatregistry.Retired),
	reflect.TypeFor[compatregistry.Criticality](): oneOf(compatregistry.Critical, compatregistry.Warning),
	reflect.TypeFor[compatregistry.Change]():      oneOf(compatregistry.Changes()...),
	reflect.TypeFor[compatregistry.Paging]():      oneOf(compatregistry.PagingStartCount, compatregistry.PagingStartEnd),
	reflect.TypeFor[compatregistry.Detect]():      oneOf(compatregistry.DetectSelector, compatregistry.DetectReturns, compatregistry.DetectNone),
}

// keyPatterns is what the keys of mappings look like.
var keyPatterns = map[string]string{
	"contract": `^[a-zA-Z_$][a-zA-Z0-9_$]*$`,
	"feature":  `^[a-z][a-z0-9]*(_[a-z0-9]+)*$`,
	"network":  `^[a-zA-Z0-9][a-zA-Z0-9._-]*$`,
	"any":      `^`,
}

func matching(pattern string) map[string]any {
	return map[string]any{"type": "string", "pattern": pattern}
}

func oneOf[T ~string](words ...T) map[string]any {
	values := make([]any, len(words))
	for i, w := range words {
		values[i] = string(w)
	}
	return map[string]any{"enum": values}
}
