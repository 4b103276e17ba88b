#include "assets.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char css[] = {
#embed "assets/app.css"
};
static const unsigned char js[] = {
#embed "assets/app.js"
};
static const unsigned char worklist[] = {
#embed "assets/worklist.js"
};
static const unsigned char icon[] = {
#embed "assets/icon.svg"
};
static const unsigned char contract[] = {
#embed "../../docs/openapi.yaml"
};

const unsigned char *asset_css(size_t *length) {
  *length = sizeof css;
  return css;
}

const unsigned char *asset_js(size_t *length) {
  *length = sizeof js;
  return js;
}

const unsigned char *asset_worklist(size_t *length) {
  *length = sizeof worklist;
  return worklist;
}

const unsigned char *asset_icon(size_t *length) {
  *length = sizeof icon;
  return icon;
}

const unsigned char *asset_contract(size_t *length) {
  *length = sizeof contract;
  return contract;
}
