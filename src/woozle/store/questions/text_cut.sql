SELECT substr(text, :low + 1, :most) FROM documents WHERE id = :id
