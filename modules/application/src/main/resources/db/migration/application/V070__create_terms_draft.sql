CREATE TABLE application_terms_draft (
  id         CHAR(36) ${ascii} NOT NULL COMMENT 'the subject of the proposal publish-terms',
  valid_from DATE NOT NULL,
  consent_by DATE NOT NULL,
  text       MEDIUMTEXT NOT NULL COMMENT 'with {operator}, {phone} and {hours}',
  written_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version    BIGINT NOT NULL,
  PRIMARY KEY (id)
);
