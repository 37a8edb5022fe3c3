package signing

// checksModes says that the permissions of a file tell who may read it.
const checksModes = false
