/** @jsxImportSource react */
import { Field, Form, Formik } from 'formik';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/** Formik's components, and a validation that the button waits for. */
function SignUp() {
  const [sent, setSent] = useState('');
  return (
    <Formik
      initialValues={{ password: '', confirm: '' }}
      validate={({ password, confirm }) =>
        password !== '' && password === confirm ? {} : { confirm: 'The passwords differ.' }
      }
      onSubmit={({ password }) => setSent(password)}
    >
      {({ values, dirty, isValid, touched }) => (
        <Form id="signup">
          <label htmlFor="password">Password</label>
          <Field id="password" name="password" type="password" autoComplete="new-password" />
          <label htmlFor="confirm">Confirm password</label>
          <Field id="confirm" name="confirm" type="password" autoComplete="new-password" />
          <output id="length">{values.password.length}</output>
          <output id="matches">{dirty && isValid ? 'yes' : 'no'}</output>
          <button id="submit" type="submit" disabled={!(dirty && isValid && touched.password)}>
            Sign up
          </button>
          <output id="sent">{sent}</output>
        </Form>
      )}
    </Formik>
  );
}

const root = document.querySelector('#app');
if (root) createRoot(root).render(<SignUp />);
