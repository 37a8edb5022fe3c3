// Package unregistered reports uses of contract functions that are newer than the lock file and that nobody registered, and siblings of a
// contract that were forgotten when a feature was registered.
//
// Whether a use is guarded is not asked here.
//
// # Analyzer unregistered
//
// unregistered: find uses of new contract functions that compat.yaml and compat.lock do not have
//
// compat.lock has the functions that the contracts had when it was written. A function that came with a later version of the bindings may be
// missing on contracts that are deployed already, so using it is a finding until somebody decides what it is: a feature of the registry, which then
// has to be guarded, or a function that every contract has, which is admitted with a reason:
//
//	cid, err := policy.GetMetadataCid(opts) // want: "NewtonPolicy.getMetadataCid() (0x…) is neither registered nor in compat.lock: …"
//
// All forms of a use count: calls, method values, packed calldata, names, interface methods, and the four bytes themselves. The contracts are
// those of the registry; without a lock file there is nothing to compare with, and no finding. Where a build system gives no source of the
// bindings, only the functions of the ABI files that the registry names are known.
//
// A contract may have siblings, which have to carry the same functions. Where a feature is used whose entry leaves a sibling out, or whose
// functions the sibling does not have according to compat.lock, that is a finding at the first use in each package.
package unregistered
