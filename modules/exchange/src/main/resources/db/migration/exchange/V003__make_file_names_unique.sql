CREATE UNIQUE INDEX exchange_file_name ON exchange_file (transmission_id, name);
