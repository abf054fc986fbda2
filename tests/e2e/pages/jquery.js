import $ from 'jquery';
import 'jquery-validation';

$('#app').html(`
  <form id="signup">
    <label for="password">Password</label>
    <input id="password" name="password" type="password" autocomplete="new-password" />
    <label for="confirm">Confirm password</label>
    <input id="confirm" name="confirm" type="password" autocomplete="new-password" />
    <output id="length">0</output>
    <output id="matches">no</output>
    <button id="submit" disabled>Sign up</button>
    <output id="sent"></output>
  </form>`);

let password = '';
// What such pages know, they know from keys.
$('#password').on('keyup', ({ target }) => {
  password = target.value;
  $('#length').text(password.length);
});
$('#signup').validate({
  rules: { password: { required: true, minlength: 8 }, confirm: { required: true, equalTo: '#password' } },
  submitHandler() {
    $('#sent').text(password);
  },
});
$('#signup').on('focusout', () => {
  const matches = $('#signup').validate().checkForm();
  $('#matches').text(matches ? 'yes' : 'no');
  $('#submit').prop('disabled', !matches);
});
