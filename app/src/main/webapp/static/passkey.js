/* Passkeys: hands what the server asks to the browser, and the browser's answer to the server. */
(function () {
  'use strict';

  if (!window.PublicKeyCredential) {
    return;
  }

  function bytes(text) {
    var plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }

  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  function post(path, body) {
    return fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body)
    }).then(function (answer) {
      if (answer.redirected) { // the login is over, or the page locked
        location.href = answer.url;
        return new Promise(function () {});
      }
      return answer.json().then(function (json) {
        if (!answer.ok) {
          throw { told: json.title + '。' + json.detail };
        }
        return json;
      });
    });
  }

  function common(credential, response) {
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment || undefined,
      clientExtensionResults: {},
      response: response
    };
  }

  function create(asked) {
    return navigator.credentials.create({
      publicKey: {
        challenge: bytes(asked.challenge),
        rp: { id: asked.relyingParty, name: asked.name },
        user: { id: bytes(asked.handle), name: asked.user, displayName: asked.user },
        pubKeyCredParams: asked.algorithms.map(function (number) {
          return { type: 'public-key', alg: number };
        }),
        excludeCredentials: asked.known.map(function (id) {
          return { type: 'public-key', id: bytes(id) };
        }),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required'
        },
        attestation: 'none',
        timeout: 300000
      }
    }).then(function (credential) {
      return common(credential, {
        clientDataJSON: text(credential.response.clientDataJSON),
        attestationObject: text(credential.response.attestationObject),
        transports: credential.response.getTransports ? credential.response.getTransports() : []
      });
    });
  }

  function get(asked) {
    return navigator.credentials.get({
      publicKey: {
        challenge: bytes(asked.challenge),
        rpId: asked.relyingParty,
        allowCredentials: (asked.known || []).map(function (id) {
          return { type: 'public-key', id: bytes(id) };
        }),
        userVerification: 'required',
        timeout: 300000
      }
    }).then(function (credential) {
      var response = credential.response;
      return common(credential, {
        clientDataJSON: text(response.clientDataJSON),
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : undefined
      });
    });
  }

  function words(failure) {
    if (failure.told) {
      return failure.told;
    }
    if (failure.name === 'NotAllowedError') {
      return 'パスキーの操作が終わらないまま閉じました。もう一度押してください。';
    }
    if (failure.name === 'InvalidStateError') {
      return 'この電話やパソコンのパスキーは、もう登録してあります。';
    }
    return 'パスキーを使えませんでした。もう一度押すか、ほかの入り方をお使いください。';
  }

  /** A place names its errand (make or use), and where to ask; a button, a result, maybe a name. */
  function offer(place) {
    var button = place.querySelector('button');
    var result = place.querySelector('[role="alert"]');
    var name = place.querySelector('input');

    function done(answer) {
      var to = answer.to || place.dataset.to;
      if (to) {
        location.href = to;
      } else {
        button.disabled = false;
        place.dispatchEvent(new Event('passkey', { bubbles: true }));
      }
    }

    function go() {
      button.disabled = true;
      result.textContent = '';
      post(place.dataset.path + '?step=ask', { name: name ? name.value : '' })
        .then(place.dataset.passkey === 'make' ? create : get)
        .then(function (answer) {
          return post(
            place.dataset.path, { name: name ? name.value : '', answer: JSON.stringify(answer) });
        })
        .then(done)
        .catch(function (failure) {
          button.disabled = false;
          result.textContent = words(failure);
        });
    }

    place.hidden = false;
    place.dataset.ready = 'yes'; // the frame may bring this script a second time
    button.addEventListener('click', go);
  }

  document.querySelectorAll('[data-passkey]:not([data-ready])').forEach(offer);
  var missing = document.getElementById('passkey-missing');
  if (missing) {
    missing.hidden = true;
  }
})();
