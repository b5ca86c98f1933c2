CREATE TABLE application_trust_anchor (
  fingerprint CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of the certificate',
  decision    VARCHAR(12) ${ascii} NOT NULL COMMENT 'PROPOSED, ADDED, REMOVED',
  sealed      VARBINARY(8000) NOT NULL COMMENT 'the certificate, bound to fingerprint and decision: who writes here alone is not trusted',
  decided_at  DATETIME(6) NOT NULL COMMENT 'UTC',
  version     BIGINT NOT NULL,
  PRIMARY KEY (fingerprint)
);
