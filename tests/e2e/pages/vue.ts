// The build with the template compiler, so that v-model is the real one.
import { createApp } from 'vue/dist/vue.esm-bundler.js';

const template = `
  <form id="signup" @submit.prevent="sent = password">
    <label for="email">E-mail</label>
    <input id="email" type="email" autocomplete="email" />
    <label for="password">Password</label>
    <input id="password" type="password" autocomplete="new-password" v-model="password" />
    <label for="confirm">Confirm password</label>
    <input id="confirm" type="password" autocomplete="new-password" v-model="confirm" />
    <output id="length">{{ password.length }}</output>
    <output id="matches">{{ matches ? 'yes' : 'no' }}</output>
    <button id="submit" :disabled="!matches">Sign up</button>
    <output id="sent">{{ sent }}</output>
  </form>`;

createApp({
  template,
  data: () => ({ password: '', confirm: '', sent: '' }),
  computed: {
    matches(this: { password: string; confirm: string }) {
      return this.password !== '' && this.password === this.confirm;
    },
  },
}).mount('#app');
