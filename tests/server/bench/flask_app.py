"""The usual way to write this API: Flask, a decorator that checks the key, and the secrets module."""

import hmac
import os
import secrets
import string
from functools import wraps

from flask import Flask, jsonify, request

app = Flask(__name__)
KEY = os.environ["API_KEY"]
SYMBOLS = "!@#$%^&*()-_=+[]{}|;:,.<>?"


def require_key(view):
    @wraps(view)
    def checked(*args, **kwargs):
        if not hmac.compare_digest(request.headers.get("X-API-Key", ""), KEY):
            return jsonify(error="Unauthorized access", code="UNAUTHORIZED"), 401
        return view(*args, **kwargs)

    return checked


@app.get("/v1/generate/password")
@require_key
def password():
    length = int(request.args.get("length", 16))
    alphabet = string.ascii_letters + string.digits + SYMBOLS
    return jsonify(password="".join(secrets.choice(alphabet) for _ in range(length)), length=length)
