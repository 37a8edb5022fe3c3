package wrap

import base "context"

// Context is the standard library's under another name.
type Context = base.Context

func run(f func(Context)) { f(base.Background()) }
