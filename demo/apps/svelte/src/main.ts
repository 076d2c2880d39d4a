import { mount } from 'svelte';
import LoginPage from './LoginPage.svelte';

mount(LoginPage, { target: document.getElementById('app')! });
