#pragma once
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

// Swift sees neither macros nor functions with variable arguments.

static inline EVP_PKEY *fedctl_generate_p256(void) { return EVP_EC_gen("P-256"); }

static inline long fedctl_bio_bytes(BIO *bio, const char **bytes) {
  return BIO_get_mem_data(bio, bytes);
}
