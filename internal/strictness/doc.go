// Package strictness reads the strict flags of features from the registries that compat.yaml names, and holds them against compat.yaml.
//
// What is read of a network is read at one block. A flag that cannot be read is unknown, and never "not strict".
package strictness
