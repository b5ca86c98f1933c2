CREATE TABLE exchange_month_proof (
  code          CHAR(24) ${ascii} NOT NULL COMMENT 'what anyone verifies it by',
  office        CHAR(10) ${ascii} NOT NULL,
  exchanged_in  CHAR(6) ${ascii} NOT NULL COMMENT 'month of the exchange, yyyymm',
  issued_at     DATETIME(6) NOT NULL COMMENT 'UTC',
  issued_by     VARCHAR(64) NOT NULL COMMENT 'user ID',
  digest        CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of its figures: the same are not issued twice',
  cms           LONGBLOB NOT NULL COMMENT 'CMS SignedData, DER',
  PRIMARY KEY (code)
);
CREATE INDEX exchange_month_proof_office ON exchange_month_proof (office, exchanged_in, issued_at);
