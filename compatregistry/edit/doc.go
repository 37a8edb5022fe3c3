// Package edit changes a compat.yaml and nothing else about it: comments, order, quotes and line endings stay as their author wrote them.
//
// A change is a piece of text that is put in at the place of a YAML node. What comes out is parsed again, and has to be a valid registry that
// differs from the one before in exactly what was asked for; otherwise there is an error, and no text.
package edit
