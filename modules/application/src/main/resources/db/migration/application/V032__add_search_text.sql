ALTER TABLE application_office ADD COLUMN search_text VARCHAR(1000) DEFAULT '' NOT NULL COMMENT 'number, name, kana and address, widths and kana made alike; empty: to be filled';
