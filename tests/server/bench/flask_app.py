"""The usual way to write this API: Flask, a decorator that checks the key, and the secrets module."""

import hmac
import math
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
    classes = [string.ascii_lowercase, string.ascii_uppercase, string.digits, SYMBOLS]
    alphabet = "".join(classes)
    while True:
        made = "".join(secrets.choice(alphabet) for _ in range(length))
        if all(any(character in made for character in each) for each in classes):
            break
    bits = round(length * math.log2(len(alphabet)), 1)
    return jsonify(password=made, length=length, entropy_bits=bits, strength="very_strong" if bits >= 100 else "strong")
