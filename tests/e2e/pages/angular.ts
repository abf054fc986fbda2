// The compiler in the page: templates and the libraries' partial code are compiled when it loads.
import '@angular/compiler';
import { Component, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { bootstrapApplication } from '@angular/platform-browser';

const template = `
  <form id="signup" [formGroup]="form" (ngSubmit)="sent.set(form.value.password ?? '')">
    <label for="password">Password</label>
    <input id="password" type="password" autocomplete="new-password" formControlName="password" />
    <label for="confirm">Confirm password</label>
    <input id="confirm" type="password" autocomplete="new-password" formControlName="confirm" />
    <output id="length">{{ form.value.password?.length }}</output>
    <output id="matches">{{ matches ? 'yes' : 'no' }}</output>
    <button id="submit" [disabled]="!matches">Sign up</button>
    <output id="sent">{{ sent() }}</output>
  </form>`;

/** A reactive form without zones. The second field updates its value only when it loses the focus. */
class SignUp {
  readonly form = new FormGroup({
    password: new FormControl('', { nonNullable: true }),
    confirm: new FormControl('', { nonNullable: true, updateOn: 'blur' }),
  });
  readonly sent = signal('');
  get matches(): boolean {
    const { password, confirm } = this.form.value;
    return Boolean(password) && password === confirm;
  }
}

// Called as a function, because a decorator needs a compiler's switch.
Component({ selector: '[id=app]', imports: [ReactiveFormsModule], template })(SignUp);
bootstrapApplication(SignUp);
