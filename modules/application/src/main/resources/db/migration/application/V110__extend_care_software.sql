ALTER TABLE application_care_software ADD COLUMN product_version VARCHAR(60) DEFAULT '' NOT NULL COMMENT 'of the product, as its maker writes it';
ALTER TABLE application_care_software ADD COLUMN passed VARCHAR(120) ${ascii} DEFAULT '' NOT NULL COMMENT 'parts of the vendor test: D1-OUT D1-IN, parted by blanks';
ALTER TABLE application_care_software ADD COLUMN tested_on DATE NULL COMMENT 'NULL where nobody knows';
ALTER TABLE application_care_software ADD COLUMN note VARCHAR(500) DEFAULT '' NOT NULL;
CREATE INDEX application_care_software_name ON application_care_software (name, id);
