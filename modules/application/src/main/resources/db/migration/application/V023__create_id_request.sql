CREATE TABLE application_id_request (
  id             CHAR(36) ${ascii} NOT NULL,
  request_number CHAR(8) ${ascii} NOT NULL COMMENT 'what is read out on the telephone',
  code_hash      CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of number and code',
  prefecture     CHAR(2) ${ascii} NOT NULL,
  status         VARCHAR(12) ${ascii} NOT NULL COMMENT 'RECEIVED, ANSWERED, REJECTED',
  asked_at       DATETIME(6) NOT NULL COMMENT 'UTC',
  settled_at     DATETIME(6) NULL COMMENT 'UTC',
  question       VARBINARY(16000) NOT NULL COMMENT 'sealed JSON',
  letter         VARBINARY(16000) NULL COMMENT 'sealed text',
  version        BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX application_id_request_number ON application_id_request (request_number);
CREATE INDEX application_id_request_open ON application_id_request (prefecture, status, id);
CREATE INDEX application_id_request_settled ON application_id_request (settled_at);
