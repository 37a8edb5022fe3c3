package enumeration

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/internal/onchain"
)

// A Cursor is how far a walk has come. The zero value is where every walk begins. It may be saved as JSON, with the addresses that were found
// so far, and handed to a later walk.
//
// It counts for the enumeration and the block that it was made with. With others a walk starts anew, except that logs are not read again that
// were read at an earlier block, but for the last 256 blocks of them, which a reorganisation may have changed since.
type Cursor struct {
	Enumeration string        `json:"enumeration"` // what of
	Block       onchain.Block `json:"block"`       // where the chain was looked at
	Next        uint64        `json:"next"`        // the next element, owner or block
	Found       int           `json:"found"`       // addresses so far, repeated ones included
	Done        bool          `json:"done"`
}

// overlap is how many blocks of logs are read once more at a later block.
const overlap = 256

// resume returns where a walk goes on.
func resume(from Cursor, e *compatregistry.Enumerate, at onchain.Block) Cursor {
	start := Cursor{Enumeration: identify(e), Block: at, Next: e.Since}
	switch {
	case from.Enumeration != start.Enumeration:
		return start
	case from.Block == at:
		return from
	case len(e.Events) > 0 && from.Block.Number <= at.Number:
		if read := min(from.Next, from.Block.Number); read > overlap && read-overlap > e.Since {
			start.Next, start.Found = read-overlap, from.Found
		}
	}
	return start
}

// identify returns what tells an enumeration from others.
func identify(e *compatregistry.Enumerate) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %q %q %v %d", e.From, e.Method, e.Paging, e.Count, e.Owners, e.Events, e.Since))
	return hex.EncodeToString(sum[:8])
}
