CREATE TABLE licensing_license (
  id          CHAR(36) ${ascii} NOT NULL,
  office      CHAR(10) ${ascii} NOT NULL,
  valid_from  DATE NOT NULL,
  valid_until DATE NOT NULL COMMENT 'last day, included',
  version     BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX licensing_license_office ON licensing_license (office, valid_from);
