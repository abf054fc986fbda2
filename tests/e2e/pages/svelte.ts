import { mount } from 'svelte';
import SignUp from './svelte.svelte';

const target = document.querySelector('#app');
if (target) mount(SignUp, { target });
