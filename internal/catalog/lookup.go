package catalog

// Types returns the catalog. All of it is the caller's own, to change and to extend by rows of the user.
func Types() []Type {
	return []Type{
		transport(), netDialer(), tlsDialer(), client(), server(), http2Config(),
		http2Transport(), webSocketDialer(), fastClient(), redisPool(),
	}
}

// Find returns the type of that import path and name among types, or nil.
func Find(types []Type, pkg, name string) *Type {
	for i := range types {
		if t := &types[i]; t.Name == name && t.Package == pkg {
			return t
		}
	}
	return nil
}

// Field returns the field of that name, or nil.
func (t *Type) Field(name string) *Field {
	for i := range t.Fields {
		if f := &t.Fields[i]; f.Name == name {
			return f
		}
	}
	return nil
}
