ALTER TABLE application_office ADD COLUMN kana_name VARCHAR(200) DEFAULT '' NOT NULL COMMENT 'full-width katakana';
ALTER TABLE application_office ADD COLUMN address VARCHAR(300) DEFAULT '' NOT NULL;
ALTER TABLE application_office ADD COLUMN mail VARCHAR(254) DEFAULT '' NOT NULL COMMENT 'where the office wants notices; empty: none';
