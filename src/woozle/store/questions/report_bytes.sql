SELECT capture_sha256, encoding, byte_map, title, outlet FROM documents WHERE id = :id
