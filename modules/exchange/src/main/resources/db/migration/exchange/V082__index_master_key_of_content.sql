CREATE INDEX exchange_content_master_key ON exchange_content (master_key, transmission_id);
