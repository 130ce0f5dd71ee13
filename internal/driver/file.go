package driver

import "github.com/transportlint/transportlint/internal/files"

// replaceFile makes data the content of a file. The error does not name the file.
func replaceFile(name string, data []byte) error { return files.Write(name, data) }
