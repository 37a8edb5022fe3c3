package bindings

// GoType lets the external tests compare it with abigen's own choice of types.
var GoType = goType
