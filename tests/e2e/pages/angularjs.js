import angular from 'angular';

const template = `
  <form id="signup" name="signup" ng-controller="SignUp as page" ng-submit="page.sent = page.password">
    <label for="password">Password</label>
    <input id="password" type="password" autocomplete="new-password" ng-model="page.password" required />
    <label for="confirm">Confirm password</label>
    <input id="confirm" type="password" autocomplete="new-password" ng-model="page.confirm"
      ng-model-options="{ updateOn: 'blur' }" required />
    <output id="length">{{ page.password.length }}</output>
    <output id="matches">{{ page.password && page.password === page.confirm ? 'yes' : 'no' }}</output>
    <button id="submit" ng-disabled="signup.$invalid || page.password !== page.confirm">Sign up</button>
    <output id="sent">{{ page.sent }}</output>
  </form>`;

const root = document.querySelector('#app');
root.innerHTML = template;
angular.module('page', []).controller('SignUp', function SignUp() {
  Object.assign(this, { password: '', confirm: '', sent: '' });
});
angular.bootstrap(root, ['page']);
